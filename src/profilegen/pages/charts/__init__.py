"""Charts: numbers to finished coordinates; templates draw them, the theme's style sheet colours them."""
