// Frees finished requests. The framework aborts a controller at the end of every page, within `setImmediate`. Until its
// stack is first read, the reason of an abort keeps the call frames themselves, with them the immediate, its neighbours
// in the queue and all their requests, each with the reason of an earlier one: after three minutes of forty people, 500
// MB. Reading the stack once turns it into text. https://github.com/nodejs/node/issues/66129
const { prototype } = AbortController;
const { abort } = prototype;

/** Aborts as the platform does, and turns the stack of the reason into text at once. */
prototype.abort = function abortAndForget(...reason) {
  abort.apply(this, reason);
  void this.signal.reason?.stack;
};
