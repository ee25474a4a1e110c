"""Forms: fields, folds, what each was understood as, and the keys that fill them in."""
