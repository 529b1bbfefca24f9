export default { forms: { one: 0, other: 1 }, texts: {} };
