"""What an app for one-time codes shows (RFC 6238), written down once more, apart from what checks it."""

import base64
import hashlib
import hmac
import time


def app_code(secret: str) -> str:
    """Six digits for this half minute."""
    moment = (int(time.time()) // 30).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret), moment, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{int.from_bytes(digest[at : at + 4], 'big') % 2**31 % 10**6:06d}"
