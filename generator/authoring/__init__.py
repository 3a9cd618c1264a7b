"""Making Word templates from text, and saying what is wrong with one."""
