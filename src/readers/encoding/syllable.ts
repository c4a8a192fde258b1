/** Longest first, so that "ngh" is not taken for "n". */
const ONSETS = [
  ..."ngh ch gh gi kh ng nh ph qu th tr".split(" "),
  ..."b c d đ g h k l m n p r s t v x".split(" "),
  // Names of the highlands: Krông, Brông, Đrăng, Blá.
  ..."bl br đr kl kr pl pr".split(" "),
  "",
] as const;

/** Rhymes of Vietnamese without their tone, with the final k of Đắk; after "qu" and "gi" the rest is one of them too. */
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ych yêm yên yêng yêt yêu ynh yt
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
  uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ak ăk êk ik ok ôk uk ưk ươc ươi ươm ươn ương ươp ươt ươu`.split(
    /\s+/,
  ),
);

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** "ñ" comes apart into n and the sign that is a tone on vowels. */
const TONE_ON_CONSONANT = /[b-df-hj-np-tv-xz\u0111][\u0300\u0301\u0303\u0309\u0323]/;
const STOPPED = /(?:ch|[ckpt])$/;

/**
 * Whether the word is one Vietnamese syllable: onset, rhyme, at most one tone, and only the sharp or the heavy tone
 * before c, ch, p, t. Case does not matter.
 */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1 || TONE_ON_CONSONANT.test(apart)) return false;
  const plain = apart.replace(TONE, "").normalize("NFC");
  const tone = tones[0];
  if (STOPPED.test(plain) && tone !== "\u0301" && tone !== "\u0323") return false;
  return ONSETS.some((onset) => plain.startsWith(onset) && RHYMES.has(plain.slice(onset.length)));
}
