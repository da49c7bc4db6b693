"""Acts by a learned model: features of a parsed sentence, a linear model over them, and what it says of the rules."""
