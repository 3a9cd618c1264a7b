"""A template and its fields: read, checked, compiled and filled, in a sandbox."""
