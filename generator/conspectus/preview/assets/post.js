// Has the server write: with the token that stands in the pages it gave out; see guard.py.
const { token } = document.getElementById("conspectus-live").dataset;

let last = Promise.resolve();

// Waits for the answer to what was posted last, whatever it is.
export const settled = () => last.catch(() => {});

const asked = async (name, data) => {
  const headers = { "Content-Type": "application/json", "X-Conspectus-Token": token };
  const sent = fetch("/__conspectus/" + name, { method: "POST", headers, body: JSON.stringify(data) });
  const answer = await sent.catch(() => {
    throw new Error("The preview cannot be reached; is it still running?");
  });
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
};

// What the server answers. An Error with its words where it refuses, or cannot be reached.
export const post = (name, data) => (last = asked(name, data));
