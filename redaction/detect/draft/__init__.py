"""What is asked about besides in a document that names people, and so is none to be published."""
