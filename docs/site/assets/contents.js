// On narrow pages the contents are closed, so that the page begins with its text.
if (matchMedia("(max-width: 60rem)").matches) {
    document.querySelector(".contents > details").open = false;
}
