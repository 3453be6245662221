/** Believable people: [name as written, form for an e-mail address]. */
type Name = readonly [written: string, mail: string];

const GIVEN: readonly Name[] = [
  ['Amelia', 'amelia'],
  ['Björn', 'bjorn'],
  ['Chloé', 'chloe'],
  ['Darragh', 'darragh'],
  ['Émile', 'emile'],
  ['Freya', 'freya'],
  ['Giuseppe', 'giuseppe'],
  ['Hannah', 'hannah'],
  ['İpek', 'ipek'],
  ['João', 'joao'],
  ['Katarzyna', 'katarzyna'],
  ['Łukasz', 'lukasz'],
  ['María José', 'maria-jose'],
  ['Ngozi', 'ngozi'],
  ['Oluwaseun', 'oluwaseun'],
  ['Priya', 'priya'],
  ['Quentin', 'quentin'],
  ['Renée', 'renee'],
  ['Siobhán', 'siobhan'],
  ['Tomáš', 'tomas'],
  ['Uma', 'uma'],
  ['Vilhelmiina', 'vilhelmiina'],
  ['Wolfgang', 'wolfgang'],
  ['Xiomara', 'xiomara'],
  ['Yusuf', 'yusuf'],
  ['Zoë', 'zoe'],
  ['Anna-Lena', 'anna-lena'],
  ['Rhys', 'rhys'],
  ['Thu Hà', 'thu-ha'],
];

const FAMILY: readonly Name[] = [
  ['Andersson', 'andersson'],
  ['Bianchi', 'bianchi'],
  ['Chukwuemeka', 'chukwuemeka'],
  ['D’Angelo', 'dangelo'],
  ['Eriksen', 'eriksen'],
  ['Fernández', 'fernandez'],
  ['García Márquez', 'garcia-marquez'],
  ['Hoffmann', 'hoffmann'],
  ['Iyer', 'iyer'],
  ['Jónsdóttir', 'jonsdottir'],
  ['Kowalczyk', 'kowalczyk'],
  ['Lefèvre', 'lefevre'],
  ['Müller-Lüdenscheidt', 'mueller-luedenscheidt'],
  ['Nguyễn', 'nguyen'],
  ["O'Brien", 'obrien'],
  ['Papadopoulos', 'papadopoulos'],
  ['Quispe', 'quispe'],
  ['Ramírez', 'ramirez'],
  ['Smith', 'smith'],
  ['Þórsson', 'thorsson'],
  ['Umarov', 'umarov'],
  ['van der Berg', 'van-der-berg'],
  ['Wiśniewska', 'wisniewska'],
  ['Yıldız', 'yildiz'],
  ['Żak', 'zak'],
  ['Abbott', 'abbott'],
  ['Brown', 'brown'],
  ['Celik', 'celik'],
  ['Dubois', 'dubois'],
  ['Evans', 'evans'],
  ['Fischer', 'fischer'],
];

/** Other scripts, right-to-left ones and a very long name: [as written, given name, family name]. */
const OTHERS: readonly (readonly [written: string, given: string, family: string])[] = [
  ['محمد العتيبي', 'mohammed', 'alotaibi'],
  ['山田 太郎', 'taro', 'yamada'],
  ['Ольга Иванова', 'olga', 'ivanova'],
  ['김민준', 'minjun', 'kim'],
  ['Γεώργιος Νικολαΐδης', 'georgios', 'nikolaidis'],
  ['नेहा शर्मा', 'neha', 'sharma'],
  ['נועה לוי', 'noa', 'levi'],
  ['王小明', 'xiaoming', 'wang'],
  [
    'Maria Francisca Isabel Josefa Antónia Gertrudes Rita Joana de Bragança e Albuquerque Vasconcelos',
    'maria-francisca',
    'de-braganca-e-albuquerque-vasconcelos',
  ],
  ['สมชาย ใจดี', 'somchai', 'jaidee'],
];

/** The name of generated user `index` (from 0) and the part of the address before the `@`, without the number. */
export function personNamed(index: number): { name: string; mail: string } {
  if (index % 12 === 5) {
    const other = OTHERS[Math.floor(index / 12) % OTHERS.length];
    if (other) return { name: other[0], mail: `${other[1]}.${other[2]}` };
  }
  const given = GIVEN[index % GIVEN.length] ?? ['', ''];
  // 29 given and 31 family names share no factor: 899 pairs before one comes again.
  const family = FAMILY[(index * 12 + 4) % FAMILY.length] ?? ['', ''];
  return { name: `${given[0]} ${family[0]}`, mail: `${given[1]}.${family[1]}` };
}
