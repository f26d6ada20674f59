"""Which of our forms stands on which of django-allauth's pages: names only, since settings read this."""

from typing import Final

ACCOUNT: Final = {
    "login": "SignIn",
    "signup": "SignUp",
    "request_login_code": "AskForCode",
    "confirm_login_code": "ConfirmSignIn",
    "confirm_email_verification_code": "ConfirmEmail",
    "confirm_password_reset_code": "ConfirmReset",
    "change_email": "ChangeEmail",
    "add_email": "AddEmail",
    "reset_password": "ResetPassword",
    "reset_password_from_key": "ChooseAfterReset",
    "change_password": "ChangePassword",
    "set_password": "SetPassword",
    "reauthenticate": "ShowItIsYou",
}
MFA: Final = {
    "authenticate": "SecondFactor",
    "authenticate_webauthn": "SecondFactorByPasskey",
    "reauthenticate": "ShowItIsYouByCode",
    "reauthenticate_webauthn": "ShowItIsYouByPasskey",
    "activate_totp": "TurnOnApp",
    "deactivate_totp": "TurnOffApp",
    "generate_recovery_codes": "MakeCodes",
    "add_webauthn": "AddPasskey",
    "signup_webauthn": "NameFirstPasskey",
    "edit_webauthn": "RenamePasskey",
    "login_webauthn": "SignInByPasskey",
}
