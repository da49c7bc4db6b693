"""The desk's pages, one module each: its ROUTES and its views, which only ask actions and fill templates."""
