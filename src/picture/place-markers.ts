/** An event, or several next to each other, to be marked above its day. */
export interface Marker {
  /** Numbers of the first and the last event it stands for. */
  readonly first: number;
  readonly last: number;
  /** Where its day is, in pixels. */
  readonly x: number;
  /** Beside the mark; empty for none. */
  readonly label: string;
}

export interface PlacedMarker extends Marker {
  /** Row it stands in, from 0, the nearest to the bars. */
  readonly lane: number;
  /** Middle of the mark, and its width. */
  readonly markX: number;
  readonly markWidth: number;
  readonly labelSide: "left" | "right";
}

/** Sizes in pixels. */
export interface MarkerRoom {
  readonly left: number;
  readonly right: number;
  readonly lanes: number;
  readonly gap: number;
  readonly markWidth: (marker: Marker) => number;
  readonly labelWidth: (label: string) => number;
}

/**
 * Places marks so that none covers another: in rows, with their labels; where not all labels have room, with those that
 * have; where even marks alone are too many, those that stand closest share one.
 *
 * @param markers in order of time
 */
export function placeMarkers(markers: readonly Marker[], room: MarkerRoom): readonly PlacedMarker[] {
  const labelled = inRows(markers, room);
  if (labelled !== null) return labelled;
  let left = markers.map((marker) => ({ ...marker, label: "" }));
  for (;;) {
    const placed = inRows(left, room);
    if (placed !== null) return withLabels(placed, markers, room);
    left = withClosestJoined(left);
  }
}

/** Marks with their labels where those have room; a mark that several share has none. */
function withLabels(
  placed: readonly PlacedMarker[],
  markers: readonly Marker[],
  room: MarkerRoom,
): readonly PlacedMarker[] {
  const labels = new Map(markers.map(({ first, label }) => [first, label]));
  const labelled = [...placed];
  for (const [place, mark] of placed.entries()) {
    const label = mark.first === mark.last ? (labels.get(mark.first) ?? "") : "";
    const others = labelled.filter((_, other) => other !== place);
    const fitting = (["right", "left"] as const)
      .map((labelSide) => Object.assign({ ...mark }, { label, labelSide }))
      .find((option) => isWithin(option, room) && others.every((other) => !collide(option, other, room)));
    if (fitting !== undefined) labelled[place] = fitting;
  }
  return labelled;
}

/** Each in the lowest row that has room; null where none has. A single mark always has. */
function inRows(markers: readonly Marker[], room: MarkerRoom): readonly PlacedMarker[] | null {
  const placed: PlacedMarker[] = [];
  for (const marker of markers) {
    const free = options(marker, room).find((option) => placed.every((other) => !collide(option, other, room)));
    if (free === undefined && markers.length > 1) return null;
    if (free !== undefined) placed.push(free);
  }
  return placed;
}

function options(marker: Marker, room: MarkerRoom): readonly PlacedMarker[] {
  const markWidth = room.markWidth(marker);
  const markX = Math.min(Math.max(marker.x, room.left + markWidth / 2), room.right - markWidth / 2);
  const sides = marker.label === "" ? (["right"] as const) : (["right", "left"] as const);
  const found: PlacedMarker[] = [];
  for (let lane = 0; lane < room.lanes; lane += 1) {
    for (const labelSide of sides) found.push({ ...marker, lane, markX, markWidth, labelSide });
  }
  return found.filter((option) => option.label === "" || isWithin(option, room));
}

function isWithin(option: PlacedMarker, room: MarkerRoom): boolean {
  const [from, to] = extent(option, room);
  return from >= room.left && to <= room.right;
}

/** From where to where a mark with its label reaches. */
function extent({ markX, markWidth, label, labelSide }: PlacedMarker, room: MarkerRoom): readonly [number, number] {
  const beside = label === "" ? 0 : room.gap + room.labelWidth(label);
  const from = markX - markWidth / 2 - (labelSide === "left" ? beside : 0);
  return [from, from + markWidth + beside];
}

function collide(one: PlacedMarker, other: PlacedMarker, room: MarkerRoom): boolean {
  const [from, to] = extent(one, room);
  const [otherFrom, otherTo] = extent(other, room);
  // A label close to another's mark would be read as that one's.
  const apart = room.gap * (one.label + other.label === "" ? 1 : 3);
  if (one.lane === other.lane) return from < otherTo + apart && otherFrom < to + apart;
  const [upper, lower] = one.lane > other.lane ? [one, other] : [other, one];
  return cutsLabel(upper.x, lower, room);
}

/** Whether a line down from a higher row would strike a label through; it may pass behind a mark. */
function cutsLabel(x: number, lower: PlacedMarker, room: MarkerRoom): boolean {
  if (lower.label === "") return false;
  const [from, to] = extent(lower, room);
  const { markX, markWidth, labelSide } = lower;
  return labelSide === "right"
    ? x > markX + markWidth / 2 && x < to + room.gap / 2
    : x < markX - markWidth / 2 && x > from - room.gap / 2;
}

function withClosestJoined<M extends Marker>(markers: readonly M[]): M[] {
  const distances = markers.slice(1).map((marker, place) => marker.x - (markers[place]?.x ?? 0));
  const closest = distances.indexOf(Math.min(...distances));
  return markers.flatMap((marker, place) => {
    const next = markers[place + 1];
    if (place === closest && next !== undefined) {
      return [{ ...marker, last: next.last, x: (marker.x + next.x) / 2 }];
    }
    return place === closest + 1 ? [] : [marker];
  });
}
