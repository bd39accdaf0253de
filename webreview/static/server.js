// Requests to our own server, as JSON.

/** The server answered, but not with what was asked for; `status` is HTTP's. */
export class Refused extends Error {
  constructor(status) {
    super(`the server answered ${status}`);
    this.status = status;
  }
}

/** Return the JSON at `address`; throws TypeError when no server answers and Refused when it says no. */
export async function get(address) {
  return read(await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" }));
}

/** Post `body` and return the reply. `keepalive` lets the request outlive the page. */
export async function post(address, body) {
  return read(
    await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
    }),
  );
}

async function read(response) {
  if (!response.ok) throw new Refused(response.status);
  return response.json();
}
