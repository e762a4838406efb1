"""FAQ, reply templates and refund rules from tickets: grouped, written, proved, merged, exported."""
