"""What each stretch of a text is: article, caption, letterhead, comment or the page around it."""
