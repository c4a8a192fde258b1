import { certificateKind } from "../certificate/certificate.js";

export const CERTIFICATE_OF_MERIT = certificateKind({
  id: "bang-khen",
  name: "Bằng khen",
  awards: ["bang-khen", "bang-khen-bo", "bang-khen-quan-khu"],
});
