// In a bar of links that runs over a narrow screen, the current one is in view.
for (const link of document.querySelectorAll(".topbar__link[aria-current], .tabs__tab[aria-current]")) {
  const bar = link.closest("nav");
  const { left, right } = bar.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.right > right) bar.scrollLeft += place.right - right;
  else if (place.left < left) bar.scrollLeft -= left - place.left;
}
