"""The page of FAQ, templates and rules made from tickets."""
