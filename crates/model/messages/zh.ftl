verdict-met = 达标
