"""Keeping an installation well: backups and their way back, the doctor, the trail proved, one's own data."""
