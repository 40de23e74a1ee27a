/**
 * Measures in pixels of a picture that phones show about 350 wide, so that its smallest letters are some 12 there. The card
 * is opaque: it looks the same on Discord's dark and light themes, and its colours keep their contrast (text 9:1 and more,
 * marks 8.7:1, bars 4.7:1 on the card). Events and bars differ in shape too, and blue and amber to every eye.
 */
export const STYLE = Object.freeze({
  width: 1_000,
  height: 600,
  /** Between the card's edge and what stands in it. */
  margin: 36,
  corner: 28,
  titleSize: 42,
  textSize: 34,
  lanes: 3,
  laneHeight: 62,
  markHeight: 54,
  gap: 12,
  colours: Object.freeze({
    card: "#1f242d",
    edge: "#49515f",
    text: "#f2f4f7",
    quiet: "#c3c9d4",
    line: "#49515f",
    bar: "#5b93c7",
    event: "#f5b83d",
    onEvent: "#1f242d",
  }),
});
