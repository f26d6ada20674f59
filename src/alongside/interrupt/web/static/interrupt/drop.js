// A file may be dropped anywhere on the form. It is put into the field for files, as if chosen there; nothing is sent
// before the button is pressed. Text that is dropped goes where browsers put it.
for (const form of document.querySelectorAll("[data-drop]")) {
  const field = form.querySelector("[type=file]");
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  for (const name of ["dragenter", "dragover"])
    form.addEventListener(name, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      form.classList.add("dropping");
    });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("dropping");
  });
  form.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length !== 1) return;
    field.files = event.dataTransfer.files;
    field.focus();
  });
}
