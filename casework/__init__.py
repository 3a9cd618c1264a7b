"""The case and the rules: what is known, who is in it, what happened when, what is due."""
