# What one would write in an afternoon: ftfy, OpenCC and regular expressions over a folder; with --jieba also words.
import re, subprocess, sys
from pathlib import Path

import ftfy

words = None
if '--jieba' in sys.argv:
    import jieba
    words = jieba.lcut
NUMBER = r'\d{1,15}(?:\.\d{1,6})?'
RULES = [re.compile(rule) for rule in (
    NUMBER + r'[%％‰]|百分之[一二三四五六七八九十百]{1,8}',
    NUMBER + r'[万亿]?元',
    r'(?:到|自)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?',
    r'《[^《》]{1,80}》', r'〔\d{4}〕\d{1,5}号',
    r'^[一二三四五六七八九十]{1,4}、|^（[一二三四五六七八九十]{1,4}）|^\d{1,3}[.．]',
)]
texts = []
for file in sorted(p for p in Path(sys.argv[1]).rglob('*') if p.is_file()):
    data = file.read_bytes()
    try:
        texts.append(ftfy.fix_text(data.decode('utf-8')))
    except UnicodeDecodeError:
        texts.append(ftfy.fix_text(data.decode('gb18030', 'replace')))
joined = subprocess.run(['opencc', '-c', 't2s'], input='\n'.join(texts), capture_output=True, text=True, check=True).stdout
print(sum(len(rule.findall(line)) for line in joined.split('\n') for rule in RULES))
if words:
    print(len(words(joined)))
