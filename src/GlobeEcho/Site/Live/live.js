// Prices that change while you look. The page is whole without this file: it only replaces words the server printed
// by newer ones the server printed.
//
// What a page marks up:
//   data-quote="btc-usd"      on the row, tile or line of an instrument; a page without one opens no connection
//   data-field="price"        inside it (or on it), the element whose text is replaced. Fields: price, change, percent,
//                             arrow (with aria-hidden), basis, chip, asOf (a <time>: its datetime follows too)
//   data-live-note            an element, hidden at first, that is shown after 5 s without a connection
// What this file sets, for style:
//   data-direction            on the data-quote element: up, down, flat, none (the page prints it too)
//   data-state                on the data-quote element: live, delayed, dailyfix, closed, stale (the page prints it too)
//   data-tick                 on the data-quote element, for a second after its price changed: up, down
// Put aria-live="off" on what ticks.
(() => {
  "use strict";
  const places = new Map();
  for (const place of document.querySelectorAll("[data-quote]")) {
    const fields = [...place.querySelectorAll("[data-field]")];
    if (place.dataset.field) fields.push(place);
    const id = place.dataset.quote;
    places.set(id, [...(places.get(id) ?? []), { place, fields, value: null }]);
  }
  if (places.size === 0 || !("EventSource" in window)) return;

  const patience = 5000;
  const pause = 30000;
  const notes = document.querySelectorAll("[data-live-note]");
  let stream = null;
  let sequence = null;
  let missing = 0;
  let again = 0;

  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const print = (seat, quote) => {
    const { place, fields } = seat;
    for (const field of fields) {
      const name = field.dataset.field;
      if (name in quote) write(field, quote[name] ?? "");
      if (name === "asOf" && "made" in quote) field.dateTime = quote.made;
    }
    if ("direction" in quote) place.dataset.direction = quote.direction;
    if ("state" in quote) place.dataset.state = quote.state;
    if (!("value" in quote)) return;
    if (seat.value !== null && seat.value !== quote.value) {
      place.dataset.tick = quote.value > seat.value ? "up" : "down";
      clearTimeout(seat.timer);
      seat.timer = setTimeout(() => { delete place.dataset.tick; }, 1000);
    }
    seat.value = quote.value;
  };
  const take = (frame) => {
    sequence = frame.seq;
    for (const quote of frame.quotes) for (const seat of places.get(quote.id) ?? []) print(seat, quote);
  };

  const connected = () => {
    clearTimeout(missing);
    missing = 0;
    for (const note of notes) note.hidden = true;
  };
  const lost = () => {
    if (missing === 0) missing = setTimeout(() => { for (const note of notes) note.hidden = false; }, patience);
    // A browser comes back by itself unless the server refused it; then it is asked again, later and not all at once.
    if (stream && stream.readyState === EventSource.CLOSED) {
      close();
      again = setTimeout(open, pause * (0.5 + Math.random()));
    }
  };
  function close() {
    clearTimeout(again);
    if (stream) stream.close();
    stream = null;
  }
  function open() {
    close();
    stream = new EventSource("/live/quotes");
    stream.addEventListener("open", connected);
    stream.addEventListener("error", lost);
    stream.addEventListener("snapshot", (event) => { connected(); take(JSON.parse(event.data)); });
    stream.addEventListener("quotes", (event) => {
      connected();
      const frame = JSON.parse(event.data);
      // A gap must not happen; if it does, only a snapshot is whole.
      if (frame.seq === sequence + 1) take(frame);
      else open();
    });
  }

  // A tab nobody looks at listens to nothing; when it is looked at again it begins with a snapshot.
  const look = () => {
    if (document.visibilityState === "hidden") {
      close();
      clearTimeout(missing);
      missing = 0;
    } else if (stream === null) open();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });
  look();
})();
