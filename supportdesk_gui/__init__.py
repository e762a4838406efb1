"""SupportDesk: a desktop assistant for an individual customer-support agent."""
