"""A passkey as a browser reports it when it was made, for tests that need one and no browser."""

import hashlib

from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

FLAGS = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT


def registration(rp_id: str = "testserver") -> dict[str, object]:
    """What `navigator.credentials.create` gives, as JSON can hold it."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    credential = AttestedCredentialData.create(b"\0" * 16, b"a passkey of the tests", key)
    data = AuthenticatorData.create(hashlib.sha256(rp_id.encode()).digest(), FLAGS, 0, credential)
    client = CollectedClientData.create("webauthn.create", b"challenge of the tests", f"https://{rp_id}")
    return {
        "id": websafe_encode(credential.credential_id),
        "rawId": websafe_encode(credential.credential_id),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
