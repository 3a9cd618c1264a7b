"""The commands, a module for each group; heavy imports wait inside them until they are needed."""
