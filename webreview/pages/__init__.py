"""The pages: each module reads its inputs, calls the core, renders."""
