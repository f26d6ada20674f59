"""The Django project: settings, addresses, members, the audit trail, the worker and the design system."""
