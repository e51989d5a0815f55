import { type Random, shuffled } from "@/lib/simulation/random";

/**
 * Invented people: given and family names of many origins, joined at random. No real person is
 * meant, and family names that would make a famous one were left out.
 */

const GIVEN_NAMES = (
  "Aaliyah Abena Adaeze Adrián Aiko Alasdair Alejandra Alina Amara Amina Anahí Anders Anika Ansel " +
  "Anya Ariadne Arjun Asha Astrid Ayaan Beatriz Bilal Birgit Bodhi Bronwyn Caio Camila Cedric " +
  "Chidi Ciara Corin Dae Dalia Danica Darius Deepika Delphine Dimitri Eamon Eduarda Efua Eilidh " +
  "Elif Elias Elowen Emeka Emre Esme Ezra Farah Fatou Felix Femi Fiadh Finley Florin Freya Gael " +
  "Giulia Goran Hana Haruki Hevin Hugo Ibrahim Idris Ilse Imani Ines Ioana Isabel Ishaan Itzel " +
  "Ivo Jamila Jarek Jasper Javier Jia Jonah Joaquín Juno Kaito Kalani Karim Keanu Kenji Kofi " +
  "Kwame Laila Lars Leilani Lena Linh Lior Lucía Lumi Maeve Malik Marisol Mateo Mei Milan Mina " +
  "Minh Naoki Nadia Naveen Nia Niamh Nico Nilufar Noor Nuri Oisín Olamide Omar Orla Oskar Paloma " +
  "Petra Priya Quill Rafael Ravi Renata Rhys Rosa Ruben Sadia Safiya Samir Sanjana Saoirse Sefa " +
  "Selma Sione Soren Tadeo Tala Tamsin Tariq Tavita Teo Thandi Thuy Tomasz Uma Valentina Vikram " +
  "Wanjiru Wen Winona Xavi Ximena Yara Yusuf Zahra Zainab Zeynep Zofia"
).split(" ");

const FAMILY_NAMES = (
  "Abara Abdi Acheampong Adeyemi Afolabi Agarwal Aguirre Ahlström Akintola Alcaraz-Pino Almqvist " +
  "Amsel Anand Appiah Arslan Asante Ashdown Avila Ayala Bamford Banda Barrios Bauer Begay Bekele " +
  "Beltrán Benally Berglund Bhatt Birch Boateng Bonilla Brannigan Bui Calloway Cardoso Castellanos " +
  "Çelik Cermak Chanda Chaudhry Chea Chiang Cisneros Corrigan Cozma Dahl Dang Daoud Delacroix Demir " +
  "Desta Dhillon Diallo Dinh Dlamini Dombrowski Duarte Dvorak Echeverría Ekström Eldridge Escobedo " +
  "Espinal Fairweather Farouk Ferreira Fitzgibbon Fonoti Fortunato Gakuru Galvan Garang Gebre " +
  "Ghorbani Greaves Guerrero-Luz Gyasi Haddad Hakimi Halloran Hashemi Hawthorn Henriksen Herrera " +
  "Hoang Holloway Horvat Huynh Ibarra Idowu Iyer Jaramillo Jelani Jurić Kaczmarek Kahale Kalu " +
  "Kamara Kapoor Karlsen Kaur Keomany Khoury Kiplagat Koroma Kovacs Kuroda Lachance Lauritzen " +
  "Ledesma Lemma Lindqvist Locklear Lozano Lungu Macharia Madrigal Magaña Mahmoud Malhotra Manuelito " +
  "Matsuda McAllister Mensah Mirza Mokoena Montoya Murillo Mwangi Nakagawa Ndiaye Nguyen-Hart " +
  "Nkemelu Novak O'Dwyer Odhiambo Okafor Olander Onuoha Orozco Ostrowski Oyelaran Pacheco Paek " +
  "Palmgren Panganiban Paredes Pereira Pham Poulter Prakash Quiroga Qureshi Rahimi Ramnarine Reyes " +
  "Rinaldi Rosales Sabatini Saidi Salazar Sandoval Sato Savea Serrano Sesay Shrestha Siddiqui " +
  "Sokolov Solheim Soto Suleiman Tabor Takeda Tanaka Tesfaye Thapa Toledano Tran Tsosie Tuiasosopo " +
  "Ueda Underhill Valdivia Vang Varga Velasco Villanueva Wachira Wanjala Whitlock Xiong Yamamoto " +
  "Yang Yazzie Yellowhorse Yilmaz Zamora Zapata Zielinski Zubair"
).split(" ");

/** A person's name as a roster spells it. */
export interface PersonName {
  readonly given: string;
  readonly family: string;
}

/**
 * Different full names, `count` of them.
 * Throws when more are asked for than the lists can make.
 */
export function inventedNames(random: Random, count: number): PersonName[] {
  if (count > GIVEN_NAMES.length * FAMILY_NAMES.length) {
    throw new Error(`Cannot invent ${count} different names`);
  }
  const names: PersonName[] = [];
  // Walk one shuffled list against the other, one step further each round: no pair repeats.
  const given = shuffled(random, GIVEN_NAMES);
  const family = shuffled(random, FAMILY_NAMES);
  for (let round = 0; names.length < count; round++) {
    for (let i = 0; i < given.length && names.length < count; i++) {
      const givenName = given[i];
      const familyName = family[(i + round) % family.length];
      if (givenName === undefined || familyName === undefined) throw new Error("Empty name list");
      names.push({ given: givenName, family: familyName });
    }
  }
  return shuffled(random, names);
}
