// Requests that write, with the token from this page; see guard.py.
const { token } = document.getElementById("conspectus-live").dataset;

let last = Promise.resolve();

// Waits for the answer to the last request, whatever it is.
export const settled = () => last.catch(() => {});

const asked = async (name, data) => {
  const headers = { "Content-Type": "application/json", "X-Conspectus-Token": token };
  const sent = fetch("/__conspectus/" + name, { method: "POST", headers, body: JSON.stringify(data) });
  const answer = await sent.catch(() => {
    throw new Error("The preview does not answer. Is it still running?");
  });
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
};

// The server's answer. An Error with its message if it refuses or does not answer.
export const post = (name, data) => (last = asked(name, data));
