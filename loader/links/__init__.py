"""From the words of a statement to concepts, each link with the words that ground it."""
