// Makes a PNG of a drawing. The drawing is its own address: nothing is asked from anywhere, and the page's policy, which
// knows no blob: addresses, allows it.

/** The bytes of a PNG of an SVG text, `scale` pixels for each of the drawing's. */
export async function png(svg, scale) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return new Uint8Array(await blob.arrayBuffer());
}
