"""TELL, in the browser: the desk, a thin door over the actions; Django's pages, no request to anywhere else."""
