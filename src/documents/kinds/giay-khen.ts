import { certificateKind } from "../certificate/certificate.js";

export const LETTER_OF_COMMENDATION = certificateKind({ id: "giay-khen", name: "Giấy khen", awards: ["giay-khen"] });
