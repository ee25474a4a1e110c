"""What opens dialogs over a page, and asks the app for what they answer."""
