"""Grammar over Universal Dependencies: who did what to whom, how many, how sure; the same rules for every parsed language."""
