"""Find: a document's statements, figures, acts, places, dates, sources and speech, each with its words."""
