# Letters about the account.
mail-greeting-name = Dear { $name },
mail-confirm-address-subject = Confirm your e-mail address
mail-confirm-address-ask = You have just signed up on { $portal }. Open the link below to confirm your e-mail address and complete your registration.
mail-confirm-address-button = Confirm e-mail address
mail-confirm-address-or = If the button does not open, copy this link into your browser:
mail-confirm-address-valid = The link works for { $hours } hours.
mail-confirm-address-not-you = If it was not you, ignore this letter. The account cannot be used while the address is not confirmed.
mail-known-address-subject = You already have an account
mail-known-address-what = Somebody has just tried to sign up on { $portal } with this e-mail address, but it already has an account.
mail-known-address-do = If it was you, sign in to the account you have.
mail-known-address-button = Sign in
mail-known-address-not-you = If it was not you, you need not do anything. Your account and password have not changed.
mail-new-password-subject = Set a new password
mail-new-password-what = Somebody has asked for a new password for your account on { $portal }. Open the link below to set one.
mail-new-password-button = Set a new password
mail-new-password-not-you = If it was not you, ignore this letter. Your password has not changed.
