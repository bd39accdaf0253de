// Cards read aloud by the voices that the browser has.

const WAIT_FOR_VOICES_MS = 1_000;

export const canSpeak = "speechSynthesis" in window;

/** Read the text aloud; resolves to false where no voice speaks its language. */
export async function speak(text, language) {
  if (!canSpeak) return false;
  const voice = voiceFor(language, await voices());
  if (!voice) return false;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(plain(text));
  said.voice = voice;
  said.lang = voice.lang;
  speechSynthesis.speak(said);
  return true;
}

/** Return the voice of just this language, else one of the same language elsewhere; undefined if there is none. */
function voiceFor(language, known) {
  const wanted = language === "zh" ? "zh-cn" : language.replace("zh-Hant", "zh-tw").toLowerCase();
  const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();
  return known.find((voice) => tag(voice) === wanted) ?? known.find((voice) => tag(voice).split("-")[0] === wanted.split("-")[0]);
}

/** Browsers fill the list of voices some time after it was first asked for. */
function voices() {
  const known = speechSynthesis.getVoices();
  if (known.length) return known;
  return new Promise((resolve) => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, WAIT_FOR_VOICES_MS);
  });
}

/** Gaps are a pause, and the marks of formulas are not said. */
function plain(text) {
  return text.replace(/\[\.\.\.(.*?)\.*\]/g, " … $1 ").replace(/\\[()]/g, " ");
}
