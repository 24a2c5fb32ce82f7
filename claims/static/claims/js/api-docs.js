// Draws the OpenAPI document named by `data-schema`, with the parts of Swagger UI that are kept here.
const place = document.querySelector("[data-schema]");

if (place) {
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
