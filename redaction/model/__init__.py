"""The small name model that ships with the project: its data, its training and its weights."""
