"""The things that sitegen speaks of, and what follows from them: no files, no packages, no wording."""
