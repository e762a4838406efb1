"""Policy files as plain text with headings."""
