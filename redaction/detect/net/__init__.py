"""The closed-world net: a capitalised word that is not known to be safe may be a name."""
