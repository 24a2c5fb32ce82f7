// Draws the OpenAPI document named by `data-schema`, with the parts of Swagger UI that are kept here.
const place = document.querySelector("[data-schema]");

// Swagger UI has dark colours of its own, behind a class of the root.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const paint = () => {
  const theme = document.documentElement.dataset.theme;
  document.documentElement.classList.toggle("dark-mode", theme ? theme === "dark" : dark.matches);
};

if (place) {
  paint();
  dark.addEventListener("change", paint);
  window.SwaggerUIBundle({
    url: place.dataset.schema,
    domNode: place,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    // Its online validator would be asked with the address of this desk.
    validatorUrl: null,
    persistAuthorization: false,
    tryItOutEnabled: false,
    withCredentials: false,
  });
}
