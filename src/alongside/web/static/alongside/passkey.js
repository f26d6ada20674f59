// Passkeys: the browser's part of making one and of signing in with one. Without this module the button stays
// away, and the page's other ways do the same. Nothing is kept here, and nothing is sent but the form itself.
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (keys) => (keys || []).map((key) => ({...key, id: toBytes(key.id)}));

async function make(options, alone) {
  const asked = {...options.publicKey, challenge: toBytes(options.publicKey.challenge),
    user: {...options.publicKey.user, id: toBytes(options.publicKey.user.id)},
    excludeCredentials: withBytes(options.publicKey.excludeCredentials)};
  if (alone !== undefined) {
    const wanted = alone ? {residentKey: "required", userVerification: "required"} : {residentKey: "discouraged"};
    asked.authenticatorSelection = {...asked.authenticatorSelection, requireResidentKey: alone, ...wanted};
  }
  const made = await navigator.credentials.create({publicKey: asked});
  return [made, {attestationObject: toText(made.response.attestationObject),
    transports: made.response.getTransports?.() || []}];
}

async function use(options) {
  const asked = {...options.publicKey, challenge: toBytes(options.publicKey.challenge),
    allowCredentials: withBytes(options.publicKey.allowCredentials)};
  const used = await navigator.credentials.get({publicKey: asked});
  const whose = used.response.userHandle;
  return [used, {authenticatorData: toText(used.response.authenticatorData),
    signature: toText(used.response.signature), userHandle: whose ? toText(whose) : null}];
}

async function options(form) {
  if (form.dataset.passkey !== "sign-in") return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.action, {headers: {Accept: "application/json"}});
  if (!answer.ok) throw new Error("no options");
  return answer.json();
}

async function send(form) {
  const asked = await options(form);
  const [credential, own] = form.dataset.passkey === "make"
    ? await make(asked.creation_options, form.elements.passwordless?.checked)
    : await use(asked.request_options);
  form.elements.credential.value = JSON.stringify({
    id: credential.id, rawId: toText(credential.rawId), type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    response: {clientDataJSON: toText(credential.response.clientDataJSON), ...own},
    clientExtensionResults: credential.getClientExtensionResults(),
  });
  form.submit();
}

const trouble = document.getElementById("passkey-trouble");
const forms = window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : [];
for (const form of forms) {
  document.getElementById("passkey").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    trouble.hidden = true;
    send(form).catch(() => {
      delete form.dataset.sent;
      trouble.hidden = false;
    });
  });
}
