"""Grammar over Universal Dependencies: who did what to whom, how many, how sure."""
