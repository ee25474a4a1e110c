"""Dialogs about what does not fit: ways out, reasons, slots, slips, whom to tell, releases."""
