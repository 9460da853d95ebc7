"""What the rules know of Swedish: word lists, forms, clauses."""
