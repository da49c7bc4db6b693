"""Steps from each form of the tables to the next; never edited once released."""
